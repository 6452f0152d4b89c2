/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import de.kommunalsdk.pruefung.internal.Berichtschreiber;

/** The outcome of checking one message. */
public sealed interface Pruefergebnis {

    /** What was done and found. */
    Pruefbericht bericht();

    /** Nothing found that forbids to use the message; there may be warnings. */
    record Angenommen(Pruefbericht bericht) implements Pruefergebnis {}

    /** At least one finding forbids to use the message. */
    record Abgelehnt(Pruefbericht bericht) implements Pruefergebnis {}

    /** Nothing can be said: no schema for the message, the schema is broken, or the message cannot be read at all. */
    record NichtPruefbar(Pruefbericht bericht) implements Pruefergebnis {}

    /** One line of JSON, keys in English as everywhere in the command line. */
    default String alsJson() {
        return Berichtschreiber.json(this);
    }

    /** Lines of German text. Only a schema said to be official lets the word "gültig" appear. */
    default String alsText() {
        return Berichtschreiber.text(this);
    }
}
