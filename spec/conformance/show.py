"""Values as both languages can print them. Its counterpart is show.ts."""


def show(value):
    """A value as both languages can print it: errors by class and text, groups with what is in them."""
    if isinstance(value, BaseExceptionGroup):
        return f'{type(value).__name__}: {value.message} {show(value.exceptions)}'
    if isinstance(value, BaseException):
        return f'{type(value).__name__}: {value}' if str(value) else type(value).__name__
    if isinstance(value, (list, tuple)):
        return f'[{", ".join(map(show, value))}]'
    return f'{value:g}' if isinstance(value, float) else str(value)
