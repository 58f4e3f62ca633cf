package org.mlmath.gateway;

import io.quarkus.test.junit.QuarkusTest;
import org.mlmath.test.contract.Contract;

@QuarkusTest
class ContractTest extends Contract {}
