/** A small service for the contract to be tried on, and one that breaks it. */
package org.mlmath.test.sample;
