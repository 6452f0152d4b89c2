/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

/**
 * Which schema a message was checked against.
 *
 * @param datei file that declares the root element
 * @param namensraum its target namespace
 * @param version its {@code version} attribute; may be empty
 * @param dateien how many files belong to it, itself included
 * @param sha256 over the names and contents of these files, as given
 */
public record Schemaangabe(
        String datei, String namensraum, String version, int dateien, String sha256, Herkunft herkunft) {}
