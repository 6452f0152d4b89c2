/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.util.Optional;

/** A label of the schema: text to be read, never delivered. Paragraphs are divided by empty lines. */
public record Textblock(String pfad, String titel, String text, Optional<Bedingung> sichtbarWenn) implements Baustein {}
