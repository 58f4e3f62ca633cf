/**
 * What people read: the landing page, the reference, and what each kind of problem means. All of it is self-contained, nothing is
 * loaded from elsewhere; the texts are resources ({@code page/}, {@code problems/}), made into pages once at the start.
 */
package org.mlmath.gateway.page;
