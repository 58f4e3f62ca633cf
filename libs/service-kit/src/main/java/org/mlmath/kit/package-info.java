/**
 * What every service shares and none owns: arrays on the wire ({@code array}), failures as problem documents ({@code problem}),
 * admission, lanes and deadlines ({@code work}), what comes with an answer ({@code answer}).
 */
package org.mlmath.kit;
