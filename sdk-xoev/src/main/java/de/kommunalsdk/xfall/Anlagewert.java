/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xfall;

/**
 * The value of a field of type file.
 *
 * @param dateiname name under which the file is delivered beside the instance, not the name on the citizen's device
 * @param sha256 hash of its bytes, 64 hexadecimal digits; it stands in the manifest of the delivery, not in the
 *     instance
 * @param mediaType media type that was found, not the one that was claimed
 */
public record Anlagewert(String dateiname, String sha256, String mediaType) implements Wert {

    @Override
    public String toString() {
        return "Anlagewert[" + mediaType + "]";
    }
}
