/** How work is let in and carried out: what a request costs, which lane runs it, how long it may take. */
package org.mlmath.kit.work;
