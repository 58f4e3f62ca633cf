package org.mlmath.gateway;

import org.mlmath.test.architecture.PackageRules;

class PackageRulesTest extends PackageRules {}
