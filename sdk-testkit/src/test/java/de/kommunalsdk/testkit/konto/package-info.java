/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the SAML service provider against answers that are made here, and against public vectors. */
@NullMarked
package de.kommunalsdk.testkit.konto;

import org.jspecify.annotations.NullMarked;
