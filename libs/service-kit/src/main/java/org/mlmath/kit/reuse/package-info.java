/**
 * Answers given again to requests that say the same, without computing them again. {@code AnswerCache} keeps answers for a while, {@code
 * Flight} lets requests that arrive together wait for one computation, {@code RequestKey} says what "the same" means.
 */
package org.mlmath.kit.reuse;
