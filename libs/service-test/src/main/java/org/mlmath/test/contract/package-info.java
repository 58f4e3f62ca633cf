/**
 * The API document held against the running service.
 *
 * <p><b>Every response</b> received by REST Assured in a {@code @QuarkusTest} must be one that the document describes: status,
 * media type, headers, body. Every request that is answered with success must be one the document allows.
 *
 * <p><b>Documented examples</b> are in {@code src/main/resources/examples/<operationId>.json}, a list of
 *
 * <pre>{@code
 * {"name": "two-columns", "summary": "Two columns", "method": "POST", "path": "/v1/…",
 *  "request": {…}, "status": 200, "response": {…}}
 * }</pre>
 *
 * at least one success and one 4xx per computation. They are shown in the document, sent, and compared (numbers within
 * 1e-9). With {@code "mediaType": "image/png"} the bodies are pictures, in Base64. {@code -Dexamples.update=true} writes the answers received into the files instead of comparing; a new example may be
 * written without a response.
 *
 * <p><b>Options.</b> Each optional field of each request must change an answer. Flags and choices are tried out on the documented
 * examples, and an example that uses an option is sent without it. For options that this does not show to matter (mostly numbers)
 * {@code src/test/resources/options/<operationId>.json} lists requests in which they do:
 *
 * <pre>{@code
 * [{"option": "/method/beta1", "request": {…}, "value": 0.5, "differsAt": "/final/point"}]
 * }</pre>
 *
 * The request is sent as it is and with the option set to the value; the answers must differ, at {@code differsAt} (a JSON
 * Pointer, optional; use it where the result repeats the option). {@code path} (optional) fills in path parameters;
 * elsewhere the first example's path is used. {@code status} (optional) is that of an
 * error which the request meets without the option. A request that draws at random needs a seed.
 */
package org.mlmath.test.contract;
