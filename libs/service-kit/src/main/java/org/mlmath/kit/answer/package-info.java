/** What comes with an answer: warnings and, when asked for, the steps that explain it. */
package org.mlmath.kit.answer;
