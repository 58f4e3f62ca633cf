/** Breaks the package rules, each in one way, for PackageRulesTest to find. */
package org.mlmath.stats.location;
