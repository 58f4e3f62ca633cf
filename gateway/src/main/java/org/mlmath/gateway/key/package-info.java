/**
 * API keys, for installations that do not answer everybody alike: {@code ApiKeys} knows those of a file or a mounted secret and reads
 * it again when it changes, {@code MakeKey} draws a new one. Of a key only its hash is ever kept.
 */
package org.mlmath.gateway.key;
