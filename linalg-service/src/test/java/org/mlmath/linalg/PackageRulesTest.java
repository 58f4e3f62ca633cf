package org.mlmath.linalg;

import org.mlmath.test.architecture.PackageRules;

class PackageRulesTest extends PackageRules {}
