import { expect } from 'chai';
import { ValueError } from '../lib';
import { checkBytes, concat, decode, encode, UnicodeDecodeError, UnicodeEncodeError } from '../lib/bytes';
import { thrownBy } from './support';

describe('encode', () => {
  it('gives the UTF-8 bytes of a text', () => {
    expect([...encode('aß€😀')]).to.deep.equal([0x61, 0xc3, 0x9f, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80]);
    expect(encode('').length).to.equal(0);
  });

  it('refuses half of a surrogate pair, and says where it is, in characters', () => {
    const errors = ['a\ud800', '😀\udc00x', 'a\ud800\ud801'].map((text) => thrownBy(() => encode(text)));
    expect(errors.map(String)).to.deep.equal([
      "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 1: surrogates not allowed",
      "UnicodeEncodeError: 'utf-8' codec can't encode character '\\udc00' in position 1: surrogates not allowed",
      "UnicodeEncodeError: 'utf-8' codec can't encode characters in position 1-2: surrogates not allowed",
    ]);
    expect(errors[0]).to.be.instanceOf(UnicodeEncodeError).and.instanceOf(ValueError);
  });

  it('refuses what is no text', () => {
    expect(() => encode(5 as never)).to.throw(TypeError, 'encode() argument must be str, not number');
  });
});

describe('decode', () => {
  it('gives the text that was encoded, with a byte order mark where it had one', () => {
    for (const text of ['', 'aß€😀', '\ufeffmarked']) expect(decode(encode(text))).to.equal(text);
  });

  it("says in Python's words which bytes are of no text, and why", () => {
    const bytes = [
      [0xff],
      [0x61, 0xc3],
      [0xc3, 0x28],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
      [0xe2, 0x82, 0x28],
      [0xc0, 0x80],
      [0x61, 0x62, 0x63, 0xf0, 0x9f, 0x98],
      [0xe0, 0x80, 0x80],
      [0xc3, 0x9f, 0x80],
    ];
    const told = bytes.map((each) => thrownBy(() => decode(Uint8Array.from(each))).message);
    expect(told).to.deep.equal(
      [
        'byte 0xff in position 0: invalid start byte',
        'byte 0xc3 in position 1: unexpected end of data',
        'byte 0xc3 in position 0: invalid continuation byte',
        'byte 0xed in position 0: invalid continuation byte',
        'byte 0xf4 in position 0: invalid continuation byte',
        'bytes in position 0-1: unexpected end of data',
        'bytes in position 0-1: invalid continuation byte',
        'byte 0xc0 in position 0: invalid start byte',
        'bytes in position 3-5: unexpected end of data',
        'byte 0xe0 in position 0: invalid continuation byte',
        'byte 0x80 in position 2: invalid start byte',
      ].map((what) => `'utf-8' codec can't decode ${what}`),
    );
    expect(() => decode(Uint8Array.of(0xff))).to.throw(UnicodeDecodeError);
  });

  it('refuses what is no bytes', () => {
    expect(() => decode('text' as never)).to.throw(
      TypeError,
      "decode() argument must be a bytes-like object, not 'str'",
    );
  });
});

describe('checkBytes', () => {
  it('refuses what is no bytes, by the name that it has', () => {
    expect(() => checkBytes('data argument', new Uint8Array(1))).to.not.throw();
    expect(() => checkBytes('data argument', 'text')).to.throw(
      TypeError,
      "data argument must be a bytes-like object, not 'str'",
    );
    expect(() => checkBytes('data argument', [1])).to.throw(TypeError, "not 'Array'");
  });
});

describe('concat', () => {
  it('puts pieces together', () => {
    expect(decode(concat(['ab', '', 'c'].map(encode)))).to.equal('abc');
    expect(concat([]).length).to.equal(0);
  });
});
