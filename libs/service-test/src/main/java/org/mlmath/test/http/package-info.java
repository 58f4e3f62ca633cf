/** Requests as no client would send them. */
package org.mlmath.test.http;
