/**
 * Content codings (RFC 9110 §8.4): answers are sent as gzip where that gains something and is accepted, bodies are read from gzip and
 * deflate within bounds.
 */
package org.mlmath.kit.coding;
