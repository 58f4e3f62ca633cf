/**
 * What the tests of every service share. A service has two classes of two lines:
 *
 * <pre>{@code
 * class PackageRulesTest extends PackageRules {}
 *
 * @QuarkusTest
 * class ContractTest extends Contract {}
 * }</pre>
 *
 * <ul>
 *   <li>{@link org.mlmath.test.architecture.PackageRules}: which class may know what.
 *   <li>{@link org.mlmath.test.contract.Contract}: the API document is complete, its examples are true, and every option
 *       makes a difference.
 *   <li>Nothing to write: in every {@code @QuarkusTest} each request and response that goes through REST Assured is checked
 *       against the document.
 * </ul>
 */
package org.mlmath.test;
