/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.dienst;

/**
 * A Dienst in one version. A draft keeps the version it was begun with.
 *
 * @param id id of the Dienst
 * @param version semantic version, for example {@code 1.0.0}
 */
public record DienstRef(DienstId id, String version) {

    @Override
    public String toString() {
        return id + ":" + version;
    }
}
