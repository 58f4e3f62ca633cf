/** The limits in force, for callers who would rather know than run into them. */
package org.mlmath.gateway.limits;
