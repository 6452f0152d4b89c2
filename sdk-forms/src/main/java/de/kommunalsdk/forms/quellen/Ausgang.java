/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.quellen;

import de.kommunalsdk.forms.definition.QuellenFehler;

/** How a call of a port ended. */
sealed interface Ausgang<T> {

    /** It answered in time. */
    record Antwort<T>(T wert) implements Ausgang<T> {}

    /** It did not. */
    record Fehlschlag<T>(QuellenFehler grund) implements Ausgang<T> {}
}
