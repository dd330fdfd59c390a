// Damaged and malicious copies of a file, each from its number alone: the same in the tests and in `npm run check:faults`.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** What is done to a file; the costly kinds come seldom. */
const KINDS = [
  cut,
  flip,
  flipMany,
  move,
  insertSigns,
  insertNul,
  inUtf16,
  inLatin1,
  inUtf16WithMark,
  mixNewlines,
  oddWords,
  swapLines,
  dropLine,
  repeatLine,
  invalidUtf8,
  joinLines,
  emptyCells,
  references,
  cutPacked,
  flipPacked,
];
const COSTLY = [hugeField, hugeLine, nest, nestTags, entityBomb, repeatAll, gzipBomb];

/** In how many rounds one is costly. */
const COSTLY_EVERY = 100;

/** The name of what is done, and the bytes. */
export function damaged(bytes, round) {
  const draw = drawer(round);
  const costly = round % COSTLY_EVERY === COSTLY_EVERY - 1;
  const kinds = costly ? COSTLY : KINDS;
  const kind = kinds[Math.floor(round / (costly ? COSTLY_EVERY : 1)) % kinds.length];
  return { kind: kind.name, bytes: kind(bytes, draw) };
}

/** Numbers below a bound, from the round and the count of draws. */
function drawer(round) {
  let count = 0;
  return (below) => createHash('sha256').update(`${round} ${count++}`).digest().readUInt32LE(0) % Math.max(1, below);
}

function cut(bytes, draw) {
  return bytes.subarray(0, draw(bytes.length));
}

function flip(bytes, draw) {
  const copy = Buffer.from(bytes);
  for (let i = 0; i <= draw(3); i++) copy[draw(copy.length)] = draw(256);
  return copy;
}

function flipMany(bytes, draw) {
  const copy = Buffer.from(bytes);
  const step = 1 + draw(9);
  for (let i = draw(copy.length); i < copy.length; i += step) copy[i] = (copy[i] * 7 + i) % 256;
  return copy;
}

function move(bytes, draw) {
  const copy = Buffer.from(bytes);
  const from = draw(copy.length);
  copy.copyWithin(draw(copy.length), from, from + draw(200));
  return copy;
}

function insert(bytes, text, draw) {
  const at = draw(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
}

const SIGNS = [
  '"',
  "'",
  '<',
  '</',
  '<![CDATA[',
  '<!--',
  '{',
  '[',
  '((',
  ']',
  '}',
  '\t\t',
  '::',
  '|',
  '\\',
  '&#x110000;',
  '\u2028',
  '\ufffe',
  '%',
  '~',
  '@',
  '#',
];

function insertSigns(bytes, draw) {
  let out = bytes;
  for (let i = 0; i <= draw(4); i++) out = insert(out, SIGNS[draw(SIGNS.length)], draw);
  return out;
}

function insertNul(bytes, draw) {
  return insert(insert(bytes, '\0', draw), '\0'.repeat(1 + draw(40)), draw);
}

function inUtf16(bytes) {
  return Buffer.from(bytes.toString(), 'utf16le');
}

function inUtf16WithMark(bytes) {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]);
}

function inLatin1(bytes) {
  return Buffer.from(bytes.toString(), 'latin1');
}

function mixNewlines(bytes, draw) {
  return Buffer.from(bytes.toString().replace(/\n/g, () => ['\n', '\r\n', '\r', '\n\n', '\u2028', '\u0085'][draw(6)]));
}

const ODD_WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  '0',
  '-',
  '\u202e',
  '\u001b[2J',
  '.'.repeat(300),
];

function oddWords(bytes, draw) {
  return Buffer.from(
    bytes.toString().replace(/\p{L}+/gu, (word) => (draw(6) === 0 ? ODD_WORDS[draw(ODD_WORDS.length)] : word)),
  );
}

function inLines(bytes, change) {
  const lines = bytes.toString().split('\n');
  change(lines);
  return Buffer.from(lines.join('\n'));
}

function swapLines(bytes, draw) {
  return inLines(bytes, (lines) => {
    const [a, b] = [draw(lines.length), draw(lines.length)];
    [lines[a], lines[b]] = [lines[b], lines[a]];
  });
}

function dropLine(bytes, draw) {
  return inLines(bytes, (lines) => void lines.splice(draw(lines.length), 1 + draw(3)));
}

function repeatLine(bytes, draw) {
  return inLines(bytes, (lines) => {
    const at = draw(lines.length);
    lines.splice(at, 0, ...new Array(1 + draw(50)).fill(lines[at]));
  });
}

function joinLines(bytes, draw) {
  return Buffer.from(bytes.toString().replace(/\n/g, () => (draw(3) === 0 ? ' ' : '\n')));
}

function emptyCells(bytes, draw) {
  return Buffer.from(bytes.toString().replace(/[^\t,;<>"\n]+/g, (cell) => (draw(5) === 0 ? '' : cell)));
}

function references(bytes, draw) {
  const all = ['&amp;', '&lt;b&gt;', '&#0;', '&#xd800;', '&nosuch;', '&#9;', '&quot;'];
  return Buffer.from(bytes.toString().replace(/ /g, () => (draw(4) === 0 ? all[draw(all.length)] : ' ')));
}

function invalidUtf8(bytes, draw) {
  const at = draw(bytes.length + 1);
  const bad = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe9, 0xe8, 0xea, 0xeb]][draw(5)];
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(bad), bytes.subarray(at)]);
}

function cutPacked(bytes, draw) {
  const packed = gzipSync(bytes);
  return packed.subarray(0, 20 + draw(packed.length - 20));
}

function flipPacked(bytes, draw) {
  return flip(gzipSync(bytes), draw);
}

function hugeField(bytes, draw) {
  return insert(
    bytes,
    ['a', ' ', '(', ',', 'a b ', '&amp;', '"', '|', ';', '-', 'ა', '.', '1'][draw(13)].repeat(1 << (18 + draw(3))),
    draw,
  );
}

function hugeLine(bytes, draw) {
  return insert(bytes, ['x', 'x\t', 'x,', '<'][draw(4)].repeat(5 << 20), draw);
}

function nest(bytes, draw) {
  return insert(
    bytes,
    ['(', '[', '{', '((a)', '[[', '{"a":', '[{"a":', '(a|'][draw(8)].repeat(20_000 << draw(3)),
    draw,
  );
}

function nestTags(bytes, draw) {
  return insert(bytes, ['<a>', '<e><p><l>', '<entry>', '<b><i>'][draw(4)].repeat(40_000), draw);
}

function entityBomb(bytes) {
  const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  const declared = `<!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY out SYSTEM "file:///etc/passwd">${levels.join('')}]>`;
  const text = bytes.toString().replace(/<!DOCTYPE[^>]*>/, '');
  const at = /^\s*<\?xml/.test(text) ? text.indexOf('?>') + 2 : 0;
  return Buffer.from(`${text.slice(0, at)}${declared}${text.slice(at).replace(/>[^<]+</g, '>&l12;&out;<')}`);
}

function repeatAll(bytes) {
  return Buffer.concat(new Array(Math.min(2000, Math.ceil((4 << 20) / Math.max(1, bytes.length)))).fill(bytes));
}

function gzipBomb(bytes, draw) {
  const fill = Buffer.alloc(
    40 << 20,
    [`${bytes.toString().split('\n').at(-2) ?? ''}\n`, ' ', '\n', 'a'][draw(4)] || 'x',
  );
  return gzipSync(Buffer.concat([bytes, fill]), { level: 9 });
}
