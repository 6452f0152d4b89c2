/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.util.Optional;

/**
 * Something on a page. Its path is the chain of FIM ids from the schema's root, joined by dots, for example {@code
 * G07000002577.G60000000083.F60000000231}, without indices.
 */
public sealed interface Baustein permits Feld, Gruppe, Textblock {

    /** Path of the element in the schema, without indices. */
    String pfad();

    /** Shown, required and delivered only when this is true; empty: always. */
    Optional<Bedingung> sichtbarWenn();
}
