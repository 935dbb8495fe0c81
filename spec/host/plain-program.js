/**
 * A program as it is run without a compiler: in JavaScript, with no source map.
 */

exports.main = function* main(sleep) {
  yield* leaf(sleep, 'value'); // main
};

function* leaf(sleep, text) {
  return yield* sleep(1, text); // leaf
}
