/**
 * How a process learns to start fast: {@link org.mlmath.kit.training.Training} runs an application under the load it is made for while
 * the JVM writes down which classes it loaded and what it knows of them (the AOT cache of JEP 483 and JEP 515). Not part of what serves.
 */
package org.mlmath.kit.training;
