/*
 * What is noted at many stops of a tour of the page.
 */

/** The step that the slider shows. */
exports.stepOf = async (page) => Number(await page.inputValue('#slider'));

/** The texts of all elements that a selector finds. */
exports.textsOf = (page, selector) => page.locator(selector).allInnerTexts();
