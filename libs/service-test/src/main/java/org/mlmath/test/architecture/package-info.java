/** Which class may know what: the rules of the design, run in every module. */
package org.mlmath.test.architecture;
