package org.mlmath.calculus;

import org.mlmath.test.architecture.PackageRules;

class PackageRulesTest extends PackageRules {}
