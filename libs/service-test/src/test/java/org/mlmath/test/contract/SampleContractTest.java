package org.mlmath.test.contract;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SampleContractTest extends Contract {}
