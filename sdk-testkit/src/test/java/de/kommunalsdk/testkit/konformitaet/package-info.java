/* SPDX-License-Identifier: EUPL-1.2 */
/** Proves each rule on a correct portal and on one that is damaged exactly where the rule looks. */
@NullMarked
package de.kommunalsdk.testkit.konformitaet;

import org.jspecify.annotations.NullMarked;
