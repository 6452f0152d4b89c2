/* SPDX-License-Identifier: EUPL-1.2 */
/** The port for notices to citizens (mail). */
@NullMarked
package de.kommunalsdk.benachrichtigung;

import org.jspecify.annotations.NullMarked;
