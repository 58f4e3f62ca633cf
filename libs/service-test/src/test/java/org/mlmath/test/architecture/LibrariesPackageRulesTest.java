package org.mlmath.test.architecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The libraries cannot depend on this module, so their packages are judged here. */
class LibrariesPackageRulesTest extends PackageRules {
    LibrariesPackageRulesTest() {
        super(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
                .importPackages("org.mlmath"));
    }
}
