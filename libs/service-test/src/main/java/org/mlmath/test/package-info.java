/** What the tests of every service share. */
package org.mlmath.test;
