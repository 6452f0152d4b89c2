/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of the tool with the old algorithms, against public vectors. */
@NullMarked
package de.kommunalsdk.saml.pruefstand;

import org.jspecify.annotations.NullMarked;
