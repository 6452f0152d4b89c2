/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/**
 * Id and version of something that the file only refers to.
 *
 * @param version empty when absent
 */
public record Identifikation(String id, String version) {}
