/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The runnable tool {@code saml-pruefstand.jar}: the verifier with algorithms that are broken, for old public test vectors.
 * In no library: sdk-testkit's jar is built without this package, and nobody may look into it.
 */
@NullMarked
package de.kommunalsdk.saml.pruefstand;

import org.jspecify.annotations.NullMarked;
