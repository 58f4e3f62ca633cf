/**
 * How much a caller may compute: {@code Allowances} has an account for each, charged for the time of a core that answers took, and a
 * caller whose account is overdrawn waits. {@code ClientAddress} says who calls where there is no key.
 */
package org.mlmath.gateway.rate;
