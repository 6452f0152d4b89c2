/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

/**
 * A draft or an Antrag in the list of an account.
 *
 * @param id of the Antrag
 * @param titel title of its Dienst
 * @param angaben dates and number, as a sentence
 */
public record Kontoeintrag(String id, String titel, String angaben) {}
