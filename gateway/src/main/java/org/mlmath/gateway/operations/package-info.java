/**
 * What there is to call, and what it costs: a list for programs and people who look for an operation. It is made of the API document and of
 * the kept file {@code costs.json}, which a test of standalone compares with the cost models of the request records.
 */
package org.mlmath.gateway.operations;
