package org.mlmath.stats;

import org.mlmath.test.architecture.PackageRules;

class PackageRulesTest extends PackageRules {}
