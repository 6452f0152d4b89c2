/* SPDX-License-Identifier: EUPL-1.2 */
/** Rules of a schema in the form of the FIM portal's translated rules: tree, reader, writer, check against the schema, evaluation. It knows no form; sdk-forms and the validation chain come in through {@link Regelwerk}. */
@NullMarked
package de.kommunalsdk.xdatenfelder.regel;

import org.jspecify.annotations.NullMarked;
