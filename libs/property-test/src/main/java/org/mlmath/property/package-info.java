/**
 * The random cases that laws are tested with. jqwik finds {@link org.mlmath.property.Seeds} by itself in every module that has this
 * one on its class path; nothing is to be registered or annotated.
 */
package org.mlmath.property;
