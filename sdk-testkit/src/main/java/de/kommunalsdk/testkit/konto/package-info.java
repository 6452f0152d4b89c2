/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * Simulated accounts by SAML and by OpenID Connect: keys, metadata, and answers that keep every rule, signed and encrypted by
 * all allowed methods, with a place to break them on purpose. For tests only; every key is made anew and trusted by nobody.
 */
@NullMarked
package de.kommunalsdk.testkit.konto;

import org.jspecify.annotations.NullMarked;
