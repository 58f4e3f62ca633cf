/**
 * The API document, completed. Resources and records say what is theirs (summary, description, fields); everything that is
 * the same for all operations is added here, when the application is built, so that no document of a service can lack it:
 *
 * <ul>
 *   <li>the problem responses and the headers of every response;
 *   <li>the {@code GET ?request=} form of every computation, named {@code <operationId>ByGet};
 *   <li>npz, npy and CSV beside JSON, wherever there are arrays;
 *   <li>the documented examples, from the class-path resources {@code examples/<operationId>.json};
 *   <li>what every request and result has in common: requests take no unknown fields; in results a number may be null or
 *       infinite, and a field is always there unless its record says {@code @Schema(nullable = true)}.
 * </ul>
 *
 * <p>Start at {@link org.mlmath.kit.openapi.DocumentFilter}. Texts and shared components are in {@code META-INF/openapi.yaml},
 * the array types in {@code META-INF/microprofile-config.properties}. Contributors of bodies that are no computation (a
 * batch, say) say so by {@code @Extension(name = "x-computation", value = "none")}: they have a GET form, but neither arrays nor an answer that
 * is kept. Without a GET form is what says {@code @Extension(name = "x-get-form", value = "none")}.
 */
package org.mlmath.kit.openapi;
