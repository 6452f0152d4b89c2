/* SPDX-License-Identifier: EUPL-1.2 */
/** The Mandant (a municipality): ids, keys, configuration and the finder that names the Mandant of a request. Open to all rooms; reads configuration, never a request body. */
@NullMarked
package de.kommunalsdk.mandant;

import org.jspecify.annotations.NullMarked;
